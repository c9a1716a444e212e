-- What is said of a file may be said otherwise while its report is open (decision 0051); its bytes, hash and sender never.
GRANT UPDATE ("anchor", "title", "number", "date", "page") ON "attachment" TO sepakat_app;
