"""The GAN's page."""
