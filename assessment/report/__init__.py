"""What is handed over: the content of a report in words, its charts, and the PDF made of both."""
