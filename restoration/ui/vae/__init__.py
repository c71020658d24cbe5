"""The VAE's page: a lab of small pictures."""
