"""A teacher's tools: links that limit the lab, worksheets, the lab report, the presenter's view."""
