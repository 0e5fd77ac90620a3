"""What every page rests on: language, security, templates, error pages and the desk."""
