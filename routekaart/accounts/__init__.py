"""Who may do what behind the desk."""
