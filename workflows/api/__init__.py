"""Tasks and requests as other systems carry them out: by the same forms and services as pages."""
