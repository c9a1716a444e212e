-- Lists read `report_line` alone (decision 0080): its indexes are in their order, and what changes most, the report and what is owed,
-- loses those that it had for them.
CREATE INDEX "report_line_due" ON "report_line" ("list", "practice", "due", "id");
CREATE INDEX "report_line_queue" ON "report_line" ("list", "practice", "report_type", "status", "due", "id");
CREATE INDEX "report_line_office" ON "report_line" ("office_id", "list", "practice", "status", "due", "id");
CREATE INDEX "report_line_year" ON "report_line" ("list", "practice", left("period", 4), "status", "due", "id");
CREATE INDEX "report_line_claimed" ON "report_line" ("claimed_by") WHERE "list" = 'submission' AND "claimed_by" IS NOT NULL;
-- of one form in one period as a whole, and of one office in it, whose lines are kept together
CREATE INDEX "report_line_form_period_office_id_idx" ON "report_line"("form", "period", "office_id");
DROP INDEX "report_line_office_id_form_period_idx";

DROP INDEX "obligation_line", "obligation_line_status", "obligation_line_office", "obligation_line_year";
DROP INDEX "submission_line", "submission_line_status", "submission_line_office", "submission_line_year", "submission_claimed";
