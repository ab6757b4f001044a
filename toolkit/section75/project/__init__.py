"""Where agreements, templates, the library and earlier versions stand, and files written whole or not at all."""
