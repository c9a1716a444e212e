-- The longest waiting first, of what was submitted and waits for the region (decision 0121): few lines of all.
CREATE INDEX "report_line_waiting" ON "report_line" ("report_type", "submitted_at", "id")
  WHERE "list" = 'submission' AND "practice" = false AND "status" IN ('submitted','in-review','second-review');
-- Who files for an office, itself or one above it.
CREATE INDEX "post_office_ids_idx" ON "post" USING GIN ("office_ids");
