-- PostgreSQL reads the condition of a trigger from its text with each statement: of seventeen comparisons that took a third of what
-- writing a submission takes. A function is read once a connection.
CREATE FUNCTION "line_of_submission_changed"(was "submission", became "submission") RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN (was."version" = was."progress_version") <> (became."version" = became."progress_version")
    OR (was."id", was."office_id", was."report_type", was."form", was."period", was."practice", was."status", was."due_at", was."number",
        was."return_due_at", was."submitted_at", was."status_at", was."latest_revision", was."approved_revision", was."claimed_by",
        was."progress", was."origin") IS DISTINCT FROM
       (became."id", became."office_id", became."report_type", became."form", became."period", became."practice", became."status",
        became."due_at", became."number", became."return_due_at", became."submitted_at", became."status_at", became."latest_revision",
        became."approved_revision", became."claimed_by", became."progress", became."origin");
END $$;
DROP TRIGGER "submission_line" ON "submission";
-- A save changes the version alone: it writes a line only where it makes the progress of one stale that was not.
CREATE CONSTRAINT TRIGGER "submission_line" AFTER UPDATE ON "submission" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (line_of_submission_changed(OLD, NEW)) EXECUTE FUNCTION "report_of_lines_changed"();
