-- A list reads one row for each of its lines (decision 0080). What a line is derived from is said once, by the view; triggers at the
-- end of each transaction keep the table as the view is. Rows from before are brought in by `fillLines`.
CREATE TABLE "report_line" (
    "list" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "report_type" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "practice" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "due" TIMESTAMPTZ(6) NOT NULL,
    "number" INTEGER NOT NULL,
    "obligation_id" UUID,
    "submission_id" UUID,
    "extended_to" TIMESTAMPTZ(6),
    "return_due_at" TIMESTAMPTZ(6),
    "submitted_at" TIMESTAMPTZ(6),
    "first_at" TIMESTAMPTZ(6),
    "status_at" TIMESTAMPTZ(6),
    "latest_revision" INTEGER,
    "approved_revision" INTEGER,
    "claimed_by" TEXT,
    "progress" JSONB NOT NULL,
    "stale" BOOLEAN NOT NULL,
    "open_notes" INTEGER NOT NULL,

    CONSTRAINT "report_line_pkey" PRIMARY KEY ("list","id"),
    CONSTRAINT "report_line_list" CHECK ("list" IN ('obligation','submission'))
);
CREATE INDEX "report_line_office_id_form_period_idx" ON "report_line"("office_id", "form", "period");

-- Columns in the order of the table.
CREATE VIEW "report_line_source" AS
  SELECT 'submission' AS "list", s."id", s."office_id", s."report_type", s."form", s."period", s."practice", s."status",
         COALESCE(s."due_at", 'infinity') AS "due", s."number", b."id" AS "obligation_id", s."id" AS "submission_id", b."extended_to",
         s."return_due_at", s."submitted_at", (SELECT v."at" FROM "revision" v WHERE v."submission_id" = s."id" AND v."n" = 1) AS "first_at",
         s."status_at", s."latest_revision", s."approved_revision",
         s."claimed_by", s."progress", s."version" <> s."progress_version" AS "stale",
         (SELECT count(*)::int FROM "note" m WHERE m."submission_id" = s."id" AND m."status" = 'open') AS "open_notes"
  FROM "submission" s
  LEFT JOIN "obligation" b ON b."office_id" = s."office_id" AND b."form" = s."form" AND b."period" = s."period"
  WHERE s."origin" = 'filed'
  UNION ALL
  SELECT 'obligation', b."id", b."office_id", split_part(b."form", '/', 1), b."form", b."period", b."practice", b."status",
         COALESCE(b."extended_to", b."due_at"), COALESCE(s."number", 1), b."id", s."id", b."extended_to",
         s."return_due_at", s."submitted_at",
         (SELECT v."at" FROM "revision" v WHERE v."submission_id" = s."id" AND v."n" = 1), s."status_at", s."latest_revision", s."approved_revision",
         s."claimed_by", COALESCE(s."progress", '{}'), COALESCE(s."version" <> s."progress_version", false),
         (SELECT count(*)::int FROM "note" m WHERE m."submission_id" = s."id" AND m."status" = 'open')
  FROM "obligation" b
  -- of the same office, form and period in any case: the lines of one such report follow from its own rows alone
  LEFT JOIN "submission" s ON s."id" = b."submission_id" AND s."office_id" = b."office_id" AND s."form" = b."form" AND s."period" = b."period";
REVOKE INSERT, UPDATE, DELETE ON "report_line_source" FROM sepakat_app;

-- All lines of one office, form and period: the obligation and its reports say something of each other.
CREATE FUNCTION "keep_report_lines"(office uuid, of_form text, of_period text) RETURNS void LANGUAGE plpgsql
-- Planned once, not for each value (planning costs six times what running does), and by indexes also while a table is still empty:
-- the plan is kept while it fills.
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE turn text := concat_ws(' ', pg_current_xact_id(), office, of_form, of_period);
BEGIN
  -- Twenty notes on one report keep its lines once: at the end of a transaction nothing is written any more but lines.
  IF current_setting('sepakat.kept', true) = turn THEN RETURN; END IF;
  PERFORM set_config('sepakat.kept', turn, true);
  -- Whoever changes another source of the same lines waits here, and then reads what the first one committed.
  PERFORM 1 FROM "report_line" l WHERE l."office_id" = office AND l."form" = of_form AND l."period" = of_period
    ORDER BY l."list", l."id" FOR UPDATE;
  DELETE FROM "report_line" l WHERE l."office_id" = office AND l."form" = of_form AND l."period" = of_period
    AND NOT EXISTS (SELECT 1 FROM "report_line_source" s WHERE s."list" = l."list" AND s."id" = l."id"
                    AND s."office_id" = office AND s."form" = of_form AND s."period" = of_period);
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

-- At the end of the transaction: every row is locked by then, so lines are always locked last, and never across a wait for another row.
CREATE FUNCTION "report_of_lines_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND (TG_OP = 'DELETE' OR (OLD."office_id", OLD."form", OLD."period") <> (NEW."office_id", NEW."form", NEW."period")) THEN
    PERFORM keep_report_lines(OLD."office_id", OLD."form", OLD."period");
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM keep_report_lines(NEW."office_id", NEW."form", NEW."period");
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION "part_of_lines_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_report_lines(s."office_id", s."form", s."period") FROM "submission" s
  WHERE s."id" = CASE TG_OP WHEN 'DELETE' THEN OLD."submission_id" ELSE NEW."submission_id" END;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "submission_line_made" AFTER INSERT OR DELETE ON "submission" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "report_of_lines_changed"();
-- A save changes the version alone: it writes a line only where it makes the progress of one stale that was not.
CREATE CONSTRAINT TRIGGER "submission_line" AFTER UPDATE ON "submission" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD."version" = OLD."progress_version") <> (NEW."version" = NEW."progress_version")
    OR (OLD."id", OLD."office_id", OLD."report_type", OLD."form", OLD."period", OLD."practice", OLD."status", OLD."due_at", OLD."number",
        OLD."return_due_at", OLD."submitted_at", OLD."status_at", OLD."latest_revision", OLD."approved_revision", OLD."claimed_by",
        OLD."progress", OLD."origin") IS DISTINCT FROM
       (NEW."id", NEW."office_id", NEW."report_type", NEW."form", NEW."period", NEW."practice", NEW."status", NEW."due_at", NEW."number",
        NEW."return_due_at", NEW."submitted_at", NEW."status_at", NEW."latest_revision", NEW."approved_revision", NEW."claimed_by",
        NEW."progress", NEW."origin"))
  EXECUTE FUNCTION "report_of_lines_changed"();
CREATE CONSTRAINT TRIGGER "obligation_line_made" AFTER INSERT OR DELETE ON "obligation" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "report_of_lines_changed"();
CREATE CONSTRAINT TRIGGER "obligation_line" AFTER UPDATE ON "obligation" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION "report_of_lines_changed"();
CREATE CONSTRAINT TRIGGER "revision_line" AFTER INSERT ON "revision" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."n" = 1) EXECUTE FUNCTION "part_of_lines_changed"();
CREATE CONSTRAINT TRIGGER "note_line_made" AFTER INSERT OR DELETE ON "note" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "part_of_lines_changed"();
CREATE CONSTRAINT TRIGGER "note_line" AFTER UPDATE ON "note" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD."status" = 'open') <> (NEW."status" = 'open')) EXECUTE FUNCTION "part_of_lines_changed"();
