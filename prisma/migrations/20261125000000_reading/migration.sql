-- Reading another office's report is recorded once an hour: this finds whether it was.
CREATE INDEX "event_reading" ON "event" ("actor", ("data"->>'submission'), "at")
  WHERE "type" IN ('submission.read', 'attachment.read');

-- An attachment is replaced or let go, never rewritten or deleted: a revision may name it.
REVOKE UPDATE, DELETE ON "attachment" FROM sepakat_app;
GRANT UPDATE ("removed_at") ON "attachment" TO sepakat_app;
