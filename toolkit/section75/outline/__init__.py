"""What any file holds as units: everything that has an id, with its own values and its place; and changes of them.

Works on plain data, whatever the kind of file, so that comparing, merging and editing speak of the same units.
"""
