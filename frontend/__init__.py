"""The look of every page: tokens, CSS, a little JavaScript, components and base templates."""
