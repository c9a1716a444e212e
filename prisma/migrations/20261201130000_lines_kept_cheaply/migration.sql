-- Lines are kept at the end of each write (decision 0080): what that takes is spared where it cannot matter.
-- `gone`: whether a source may have left this office, form and period, so that its line must.
DROP FUNCTION "keep_report_lines"(uuid, text, text);
CREATE FUNCTION "keep_report_lines"(office uuid, of_form text, of_period text, gone boolean DEFAULT true) RETURNS void LANGUAGE plpgsql
-- Planned once, not for each value (planning costs six times what running does), and by indexes also while a table is still empty:
-- the plan is kept while it fills.
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
  turn text := concat_ws(' ', pg_current_xact_id(), office, of_form, of_period);
  kept text := current_setting('sepakat.kept', true);
BEGIN
  -- Twenty notes on one report keep its lines once: at the end of a transaction nothing is written any more but lines.
  IF kept = turn || ' gone' OR (kept = turn AND NOT gone) THEN RETURN; END IF;
  PERFORM set_config('sepakat.kept', CASE WHEN gone THEN turn || ' gone' ELSE turn END, true);
  -- Whoever changes another source of the same lines waits here, and then reads what the first one committed.
  PERFORM 1 FROM "report_line" l WHERE l."office_id" = office AND l."form" = of_form AND l."period" = of_period
    ORDER BY l."list", l."id" FOR UPDATE;
  IF gone THEN
    DELETE FROM "report_line" l WHERE l."office_id" = office AND l."form" = of_form AND l."period" = of_period
      AND NOT EXISTS (SELECT 1 FROM "report_line_source" s WHERE s."list" = l."list" AND s."id" = l."id"
                      AND s."office_id" = office AND s."form" = of_form AND s."period" = of_period);
  END IF;
  INSERT INTO "report_line" AS l
    SELECT * FROM "report_line_source" s WHERE s."office_id" = office AND s."form" = of_form AND s."period" = of_period
    ORDER BY s."list", s."id"
  ON CONFLICT ("list", "id") DO UPDATE SET
    "office_id" = excluded."office_id", "report_type" = excluded."report_type", "form" = excluded."form", "period" = excluded."period",
    "practice" = excluded."practice", "status" = excluded."status", "due" = excluded."due", "number" = excluded."number",
    "obligation_id" = excluded."obligation_id", "submission_id" = excluded."submission_id", "extended_to" = excluded."extended_to",
    "return_due_at" = excluded."return_due_at", "submitted_at" = excluded."submitted_at", "first_at" = excluded."first_at",
    "status_at" = excluded."status_at", "latest_revision" = excluded."latest_revision", "approved_revision" = excluded."approved_revision",
    "claimed_by" = excluded."claimed_by", "progress" = excluded."progress", "stale" = excluded."stale", "open_notes" = excluded."open_notes"
  WHERE (l.*) IS DISTINCT FROM (excluded.*);
END $$;

CREATE OR REPLACE FUNCTION "report_of_lines_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE gone boolean := false;
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM keep_report_lines(OLD."office_id", OLD."form", OLD."period");
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    gone := OLD."id" <> NEW."id";
    IF TG_TABLE_NAME = 'submission' THEN gone := gone OR OLD."origin" <> NEW."origin"; END IF;
    IF (OLD."office_id", OLD."form", OLD."period") <> (NEW."office_id", NEW."form", NEW."period") THEN
      PERFORM keep_report_lines(OLD."office_id", OLD."form", OLD."period");
    END IF;
  END IF;
  PERFORM keep_report_lines(NEW."office_id", NEW."form", NEW."period", gone);
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION "part_of_lines_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_report_lines(s."office_id", s."form", s."period", false) FROM "submission" s
  WHERE s."id" = CASE TG_OP WHEN 'DELETE' THEN OLD."submission_id" ELSE NEW."submission_id" END;
  RETURN NULL;
END $$;
