"""Documents and registers into Word, HTML, PDF and Excel. Everything here takes values and gives bytes or text.

The only room that imports docx, docxtpl, lxml and xlsxwriter.
"""
