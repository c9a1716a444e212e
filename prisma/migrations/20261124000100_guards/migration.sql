-- What Prisma does not know: bounds, partial indexes, views, the guards of history, and the application's rights.

-- ── Bounds ──────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "post" ADD CONSTRAINT "post_role" CHECK ("role" IN ('operator','head','verifier','coordinator','leader','auditor','evaluator','approver','admin'));
ALTER TABLE "post" ADD CONSTRAINT "post_dates" CHECK ("to" IS NULL OR "to" >= "from");
ALTER TABLE "post" ADD CONSTRAINT "post_acting" CHECK ("acting" IS NULL OR "acting" IN ('plt','plh','pj'));
ALTER TABLE "office_span" ADD CONSTRAINT "office_span_dates" CHECK ("to" IS NULL OR "to" >= "from");
ALTER TABLE "office_span" ADD CONSTRAINT "office_span_parent" CHECK ("parent_id" IS NULL OR "parent_id" <> "office_id");
ALTER TABLE "rule_set" ADD CONSTRAINT "rule_set_status" CHECK ("status" IN ('proposed','approved'));
ALTER TABLE "row_assignment" ADD CONSTRAINT "row_assignment_years" CHECK ("to_year" IS NULL OR "to_year" >= "from_year");
ALTER TABLE "row_assignment" ADD CONSTRAINT "row_assignment_owner" CHECK ("office_id" IS NOT NULL OR length("reason") > 0);
ALTER TABLE "period" ADD CONSTRAINT "period_key" CHECK ("key" ~ '^[0-9]{4}(-TW[1-4])?(-latihan)?$');
ALTER TABLE "period" ADD CONSTRAINT "period_instants" CHECK ("opens_at" <= "due_at" AND "due_at" <= "closes_at");
ALTER TABLE "submission" ADD CONSTRAINT "submission_status" CHECK ("status" IN ('draft','signing','submitted','in-review','second-review','returned','approved'));
ALTER TABLE "submission" ADD CONSTRAINT "submission_from" CHECK ("submitted_from" IS NULL OR "submitted_from" IN ('draft','returned'));
ALTER TABLE "submission" ADD CONSTRAINT "submission_origin" CHECK ("origin" IN ('filed','archive'));
ALTER TABLE "submission" ADD CONSTRAINT "submission_number" CHECK ("number" >= 1);
ALTER TABLE "answer_row" ADD CONSTRAINT "answer_row_fields" CHECK (jsonb_typeof("fields") = 'object');
ALTER TABLE "answer_change" ADD CONSTRAINT "answer_change_op" CHECK ("op" IN ('set','clear','add','remove','move'));
ALTER TABLE "answer_change" ADD CONSTRAINT "answer_change_via" CHECK ("via" IN ('typed','api','carry','import','offline'));
ALTER TABLE "revision" ADD CONSTRAINT "revision_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "note" ADD CONSTRAINT "note_status" CHECK ("status" IN ('open','answered','resolved'));
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_bytes" CHECK ("bytes" >= 0);
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "event" ADD CONSTRAINT "event_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$' AND "prev" ~ '^[0-9a-f]{64}$');

-- At most one submission of an office, form and period is open; further ones (Perubahan) come after its approval.
CREATE UNIQUE INDEX "submission_one_open" ON "submission" ("office_id", "form", "period") WHERE "status" <> 'approved';
-- What is not sealed yet.
CREATE INDEX "event_head_unsealed" ON "event_head" ("stream") WHERE "sealed" < "seq";
CREATE SEQUENCE "receipt_number" AS bigint START 1;

-- ── Offices of today ────────────────────────────────────────────────────────────────────────────────────────────────
CREATE VIEW "office_now" AS
  SELECT DISTINCT ON (o."id") o."id", o."kind", o."code", o."confidence", o."path",
         s."name", s."short_name", s."parent_id", s."urusan", s."from", s."to"
  FROM "office" o JOIN "office_span" s ON s."office_id" = o."id"
  WHERE s."from" <= CURRENT_DATE
  ORDER BY o."id", s."from" DESC;

CREATE FUNCTION "refresh_office_path"() RETURNS void LANGUAGE sql AS $$
  WITH RECURSIVE up AS (
    SELECT n."id", n."parent_id", ARRAY[n."id"] AS path FROM "office_now" n
    UNION ALL
    SELECT up."id", n."parent_id", up.path || n."id" FROM up JOIN "office_now" n ON n."id" = up."parent_id"
    WHERE NOT n."id" = ANY(up.path)
  ), whole AS (SELECT DISTINCT ON ("id") "id", path FROM up ORDER BY "id", cardinality(path) DESC)
  UPDATE "office" o SET "path" = w.path FROM whole w WHERE w."id" = o."id" AND o."path" IS DISTINCT FROM w.path
$$;
CREATE FUNCTION "office_span_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM refresh_office_path(); RETURN NULL; END $$;
CREATE TRIGGER "office_span_path" AFTER INSERT OR UPDATE OR DELETE ON "office_span"
  FOR EACH STATEMENT EXECUTE FUNCTION "office_span_changed"();

-- ── History cannot be rewritten, whatever rights an account was given by mistake ────────────────────────────────────
CREATE FUNCTION "refuse_rewrite"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['answer_change','revision','figure','event','seal','form_version'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewrite()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()', t || '_no_truncate', t);
  END LOOP;
END $$;

-- ── The application's account owns nothing ──────────────────────────────────────────────────────────────────────────
GRANT USAGE ON SCHEMA public TO sepakat_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO sepakat_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO sepakat_app;
REVOKE UPDATE, DELETE ON "answer_change", "revision", "figure", "event", "seal", "form_version" FROM sepakat_app;
REVOKE INSERT, UPDATE, DELETE ON "office_now" FROM sepakat_app;
DO $$ BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM sepakat_app;
  END IF;
END $$;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO sepakat_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO sepakat_app;
