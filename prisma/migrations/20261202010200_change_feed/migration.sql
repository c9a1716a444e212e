-- What programs read to follow changes (decision 0118): which lines and whose figures a transaction changed, in the order of transactions.
-- Rows are only ever added, and taken away when they are old, so that nothing that is written again and again gets another index.
CREATE TABLE "feed_entry" (
    "list" TEXT NOT NULL,
    "xact" BIGINT NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "report_type" TEXT NOT NULL,

    CONSTRAINT "feed_entry_pkey" PRIMARY KEY ("list","xact","id","office_id"),
    CONSTRAINT "feed_entry_list" CHECK ("list" IN ('obligation','submission','figures'))
);

-- Each minute: the lowest transaction that was not over yet. Whatever was committed later has this number or a higher one.
CREATE TABLE "feed_mark" (
    "at" TIMESTAMPTZ(6) NOT NULL,
    "xact" BIGINT NOT NULL,

    CONSTRAINT "feed_mark_pkey" PRIMARY KEY ("at")
);

-- Which numbers of transactions these are: another server, or a restored table, counts otherwise. Entries before `kept_from` are gone.
CREATE TABLE "feed_start" (
    "era" TEXT NOT NULL,
    "kept_from" BIGINT NOT NULL,

    CONSTRAINT "feed_start_pkey" PRIMARY KEY ("era")
);
CREATE FUNCTION "feed_era"() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT md5(concat_ws(' ', (SELECT system_identifier FROM pg_control_system()), (SELECT timeline_id FROM pg_control_checkpoint()),
    (SELECT oid FROM pg_database WHERE datname = current_database()), 'feed_entry'::regclass::oid))
$$;

-- The figures of a report that count may be others, and those of what it changes or is changed by. Its revisions keep the office they were
-- submitted by, whose readers are told too.
CREATE FUNCTION "feed_figures"(office uuid, of_form text, of_period text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "feed_entry" ("list", "id", "office_id", "report_type")
  SELECT DISTINCT 'figures', s."id", o."id", s."report_type" FROM "submission" s CROSS JOIN LATERAL (
    SELECT s."office_id" AS "id" UNION ALL
    SELECT (SELECT f."office_id" FROM "figure" f WHERE f."submission_id" = v."submission_id" AND f."n" = v."n" LIMIT 1)
    FROM "revision" v WHERE v."submission_id" = s."id") o
  WHERE s."office_id" = office AND s."form" = of_form AND s."period" = of_period AND o."id" IS NOT NULL
  ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION "line_to_feed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- that its progress is to be computed is nothing that a list says
    OLD."stale" := NEW."stale";
    IF OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO "feed_entry" ("list", "id", "office_id", "report_type")
    VALUES (OLD."list", OLD."id", OLD."office_id", OLD."report_type") ON CONFLICT DO NOTHING;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "feed_entry" ("list", "id", "office_id", "report_type")
    VALUES (NEW."list", NEW."id", NEW."office_id", NEW."report_type") ON CONFLICT DO NOTHING;
  END IF;
  IF COALESCE(NEW."list", OLD."list") <> 'submission' THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (OLD."office_id", OLD."status", OLD."number", OLD."practice", OLD."latest_revision", OLD."approved_revision")
      IS NOT DISTINCT FROM (NEW."office_id", NEW."status", NEW."number", NEW."practice", NEW."latest_revision", NEW."approved_revision")
    THEN RETURN NULL; END IF;
  END IF;
  IF COALESCE(NEW."latest_revision", OLD."latest_revision") IS NOT NULL THEN
    PERFORM feed_figures(COALESCE(NEW."office_id", OLD."office_id"), COALESCE(NEW."form", OLD."form"), COALESCE(NEW."period", OLD."period"));
    IF OLD."office_id" <> NEW."office_id" THEN PERFORM feed_figures(OLD."office_id", NEW."form", NEW."period"); END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "report_line_feed" AFTER INSERT OR UPDATE OR DELETE ON "report_line"
  FOR EACH ROW EXECUTE FUNCTION "line_to_feed"();

CREATE FUNCTION "figures_to_feed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "feed_entry" ("list", "id", "office_id", "report_type")
  SELECT DISTINCT 'figures', "submission_id", "office_id", split_part("form", '/', 1) FROM made ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "figure_feed" AFTER INSERT ON "figure" REFERENCING NEW TABLE AS made
  FOR EACH STATEMENT EXECUTE FUNCTION "figures_to_feed"();

-- Of which rule set figures count is decided by these two.
CREATE FUNCTION "recomputation_to_feed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM feed_figures(s."office_id", s."form", s."period") FROM "submission" s WHERE s."id" = NEW."submission_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "recomputation_feed" AFTER INSERT ON "recomputation"
  FOR EACH ROW EXECUTE FUNCTION "recomputation_to_feed"();
CREATE FUNCTION "rule_set_to_feed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM feed_figures(s."office_id", s."form", s."period")
  FROM (SELECT DISTINCT s."office_id", s."form", s."period" FROM "recomputation" c JOIN "submission" s ON s."id" = c."submission_id") s;
  RETURN NULL;
END $$;
CREATE TRIGGER "rule_set_feed" AFTER UPDATE OF "status" ON "rule_set"
  FOR EACH ROW WHEN (OLD."status" <> NEW."status") EXECUTE FUNCTION "rule_set_to_feed"();
