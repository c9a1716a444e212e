-- What has a name, to be found by it (decision 0124). What a row is derived from is said once, by the view; triggers at the end of each
-- transaction keep the table as the view is. Any owner of a database may make this extension: it is a trusted one.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- Lower case, without accents, words of letters and digits alone: `search/searchWords` of rules does the same.
CREATE FUNCTION "search_words"(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT btrim(regexp_replace(lower(regexp_replace(normalize(said, NFKD), '[\u0300-\u036f]', '', 'g')), '[^a-z0-9]+', ' ', 'g'))
$$;

CREATE TABLE "search_name" (
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "owner" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "submission_id" UUID,
    "table_id" TEXT NOT NULL,
    "row_id" TEXT NOT NULL,
    "root" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "tight" TEXT NOT NULL,

    CONSTRAINT "search_name_pkey" PRIMARY KEY ("kind","key"),
    CONSTRAINT "search_name_kind" CHECK ("kind" IN ('office','person','row','item'))
);
CREATE INDEX "search_name_of" ON "search_name"("kind", "owner", "form");
CREATE INDEX "search_name_words" ON "search_name" USING GIN ("words" gin_trgm_ops);
CREATE INDEX "search_name_tight" ON "search_name"("tight" COLLATE "C");

-- Columns in the order of the table. Offices by all their names; people; the rows of the newest catalogue of each form; what offices
-- named themselves (an answer `name`, and `code`) in the newest approved report of each form.
CREATE VIEW "search_name_source" AS
  SELECT 'office' AS "kind", o."id"::text AS "key", o."id" AS "owner", '' AS "form", NULL::uuid AS "submission_id", '' AS "table_id",
         '' AS "row_id", '' AS "root", '' AS "title", COALESCE(o."code", '') AS "code",
         search_words(string_agg(DISTINCT s."name" || ' ' || s."short_name", ' ')) AS "words",
         replace(search_words(COALESCE(o."code", '')), ' ', '') AS "tight"
  FROM "office" o JOIN "office_span" s ON s."office_id" = o."id" GROUP BY o."id"
  UNION ALL
  SELECT 'person', p."id"::text, p."id", '', NULL, '', '', '', p."name", COALESCE(p."nip", ''), search_words(p."name"),
         replace(search_words(COALESCE(p."nip", '')), ' ', '')
  FROM "person" p
  UNION ALL
  SELECT 'row', v."form" || ' ' || r."id", '00000000-0000-0000-0000-000000000000', v."form", NULL, r."table", r."id",
         COALESCE(r."parent", r."id"), r."label", r."code", search_words(r."code" || ' ' || r."label"), replace(search_words(r."code"), ' ', '')
  FROM (SELECT DISTINCT ON (f."form") f."form", f."body" FROM "form_version" f ORDER BY f."form", f."version" DESC) v
  CROSS JOIN LATERAL (
    -- of the slices of a row the newest
    SELECT DISTINCT ON (r."id") r.* FROM jsonb_to_recordset(v."body" -> 'rows')
      AS r("id" text, "table" text, "parent" text, "label" text, "code" text, "from" int) ORDER BY r."id", r."from" DESC) r
  UNION ALL
  SELECT 'item', s."id" || '/' || t.key || '/' || r.key, s."office_id", s."form", s."id", t.key, r.key, r.key,
         r.value ->> 'name', COALESCE(r.value ->> 'code', ''), search_words(concat_ws(' ', r.value ->> 'code', r.value ->> 'name')),
         replace(search_words(COALESCE(r.value ->> 'code', '')), ' ', '')
  FROM (SELECT DISTINCT ON (a."office_id", a."form") a.* FROM "submission" a
        WHERE a."approved_revision" IS NOT NULL AND a."origin" = 'filed' AND NOT a."practice"
        ORDER BY a."office_id", a."form", a."period" DESC, a."number" DESC) s
  JOIN "revision" v ON v."submission_id" = s."id" AND v."n" = s."approved_revision"
  CROSS JOIN LATERAL jsonb_each(v."body" -> 'answers') t CROSS JOIN LATERAL jsonb_each(t.value) r
  WHERE jsonb_typeof(r.value -> 'name') = 'string' AND search_words(r.value ->> 'name') <> '';
REVOKE INSERT, UPDATE, DELETE ON "search_name_source" FROM sepakat_app;

-- The names of one office or person, of one catalogue, or of the newest approved report of one office and form.
CREATE FUNCTION "keep_search_names"(of_kind text, of_owner uuid, of_form text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever changes another source of the same names waits here, and then reads what the first one committed.
  PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'search', of_kind, of_owner, of_form), 0));
  WITH now_named AS MATERIALIZED (
    SELECT * FROM "search_name_source" s WHERE s."kind" = of_kind AND s."owner" = of_owner AND s."form" = of_form
  ), gone AS (
    DELETE FROM "search_name" n WHERE n."kind" = of_kind AND n."owner" = of_owner AND n."form" = of_form
      AND NOT EXISTS (SELECT 1 FROM now_named s WHERE s."key" = n."key")
  )
  INSERT INTO "search_name" AS n SELECT * FROM now_named ORDER BY "key"
  ON CONFLICT ("kind", "key") DO UPDATE SET
    "owner" = excluded."owner", "form" = excluded."form", "submission_id" = excluded."submission_id", "table_id" = excluded."table_id",
    "row_id" = excluded."row_id", "root" = excluded."root", "title" = excluded."title", "code" = excluded."code", "words" = excluded."words",
    "tight" = excluded."tight"
  WHERE (n.*) IS DISTINCT FROM (excluded.*);
END $$;

-- The kind is the argument of the trigger; the column of the owner is named beside it.
CREATE FUNCTION "named_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  is_now jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  one jsonb;
  none CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  FOREACH one IN ARRAY ARRAY[was, is_now] LOOP
    CONTINUE WHEN one IS NULL;
    PERFORM keep_search_names(TG_ARGV[0], COALESCE((one ->> TG_ARGV[1])::uuid, none), COALESCE(one ->> TG_ARGV[2], ''));
  END LOOP;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "office_span_named" AFTER INSERT OR UPDATE OR DELETE ON "office_span" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "named_changed"('office', 'office_id', '');
CREATE CONSTRAINT TRIGGER "office_named" AFTER UPDATE OF "code" ON "office" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."code" IS DISTINCT FROM NEW."code") EXECUTE FUNCTION "named_changed"('office', 'id', '');
CREATE CONSTRAINT TRIGGER "person_named" AFTER INSERT OR DELETE ON "person" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "named_changed"('person', 'id', '');
CREATE CONSTRAINT TRIGGER "person_renamed" AFTER UPDATE ON "person" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD."name", OLD."nip") IS DISTINCT FROM (NEW."name", NEW."nip")) EXECUTE FUNCTION "named_changed"('person', 'id', '');
CREATE CONSTRAINT TRIGGER "form_version_named" AFTER INSERT ON "form_version" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "named_changed"('row', '', 'form');
-- The condition of an update is looked at only where one of these columns is written: a save writes none of them.
CREATE CONSTRAINT TRIGGER "submission_named_made" AFTER INSERT ON "submission" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."approved_revision" IS NOT NULL) EXECUTE FUNCTION "named_changed"('item', 'office_id', 'form');
CREATE CONSTRAINT TRIGGER "submission_named" AFTER UPDATE OF "approved_revision", "office_id", "form", "period", "practice", "origin", "number" ON "submission"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD."approved_revision", OLD."office_id", OLD."form", OLD."period", OLD."practice", OLD."origin", OLD."number") IS DISTINCT FROM
        (NEW."approved_revision", NEW."office_id", NEW."form", NEW."period", NEW."practice", NEW."origin", NEW."number"))
  EXECUTE FUNCTION "named_changed"('item', 'office_id', 'form');
CREATE CONSTRAINT TRIGGER "submission_named_gone" AFTER DELETE ON "submission" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."approved_revision" IS NOT NULL) EXECUTE FUNCTION "named_changed"('item', 'office_id', 'form');

-- What was there before.
INSERT INTO "search_name" SELECT * FROM "search_name_source";
