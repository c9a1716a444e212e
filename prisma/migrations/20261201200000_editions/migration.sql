-- The regency's own reports (decision 0106). A row is one version of one report: its texts are kept in every state they were saved in,
-- and what it was frozen as is written once.
CREATE TABLE "edition" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "status_at" TIMESTAMPTZ(6) NOT NULL,
    "status_by" TEXT NOT NULL,
    "outline" JSONB NOT NULL,
    "reviewed" BOOLEAN NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "opened_by" TEXT NOT NULL,
    "statement" JSONB,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "edition_text" (
    "edition_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "rev" INTEGER NOT NULL,
    "narrative" JSONB NOT NULL,
    "carried" BOOLEAN NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "edition_text_pkey" PRIMARY KEY ("edition_id","section","rev")
);
CREATE TABLE "edition_frozen" (
    "edition_id" UUID NOT NULL,
    "body" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "edition_frozen_pkey" PRIMARY KEY ("edition_id")
);
CREATE TABLE "edition_return" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "edition_return_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "edition_sending" (
    "edition_id" UUID NOT NULL,
    "addressee" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "receipt" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "edition_sending_pkey" PRIMARY KEY ("edition_id","addressee")
);
CREATE TABLE "edition_carried" (
    "edition_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "edition_carried_pkey" PRIMARY KEY ("edition_id","field")
);
CREATE TABLE "edition_file" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "draft" BOOLEAN NOT NULL,
    "address" TEXT,
    "bytes" INTEGER,
    "problem" TEXT,
    "ordered_by" TEXT NOT NULL,
    "ordered_at" TIMESTAMPTZ(6) NOT NULL,
    "done_at" TIMESTAMPTZ(6),

    CONSTRAINT "edition_file_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "edition_type_period_version_key" ON "edition"("type", "period", "version");
CREATE INDEX "edition_return_edition_id_idx" ON "edition_return"("edition_id");
CREATE INDEX "edition_file_edition_id_idx" ON "edition_file"("edition_id");

ALTER TABLE "edition_text" ADD CONSTRAINT "edition_text_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "edition_frozen" ADD CONSTRAINT "edition_frozen_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "edition_return" ADD CONSTRAINT "edition_return_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "edition_sending" ADD CONSTRAINT "edition_sending_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "edition_carried" ADD CONSTRAINT "edition_carried_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "edition_file" ADD CONSTRAINT "edition_file_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "edition" ADD CONSTRAINT "edition_type" CHECK ("type" IN ('lppd','rlppd','lkpj','spm','lkjip'));
ALTER TABLE "edition" ADD CONSTRAINT "edition_status" CHECK ("status" IN ('draft','in-review','for-approval','frozen'));
ALTER TABLE "edition_text" ADD CONSTRAINT "edition_text_rev" CHECK ("rev" > 0);
ALTER TABLE "edition_frozen" ADD CONSTRAINT "edition_frozen_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "edition_file" ADD CONSTRAINT "edition_file_format" CHECK ("format" IN ('pdf','docx','xlsx','json','csv'));
ALTER TABLE "edition_file" ADD CONSTRAINT "edition_file_status" CHECK ("status" IN ('waiting','making','done','failed','cancelled'));
ALTER TABLE "edition_file" ADD CONSTRAINT "edition_file_done" CHECK (("status" = 'done') = ("address" IS NOT NULL));
-- One version of a report is worked on at a time.
CREATE UNIQUE INDEX "edition_open" ON "edition"("type", "period") WHERE "status" <> 'frozen';

-- What was frozen stays as it is, and so does every text that was ever saved.
CREATE FUNCTION "keep_edition"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" = 'frozen' OR (OLD."id", OLD."type", OLD."period", OLD."version", OLD."opened_by", OLD."opened_at")
     IS DISTINCT FROM (NEW."id", NEW."type", NEW."period", NEW."version", NEW."opened_by", NEW."opened_at") THEN
    RAISE EXCEPTION 'a frozen edition is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "edition_kept" BEFORE UPDATE ON "edition" FOR EACH ROW EXECUTE FUNCTION "keep_edition"();
CREATE TRIGGER "edition_no_delete" BEFORE DELETE ON "edition" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "edition_no_truncate" BEFORE TRUNCATE ON "edition" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewrite"();
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['edition_text','edition_frozen','edition_return'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewrite()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()', t || '_no_truncate', t);
  END LOOP;
END $$;
REVOKE UPDATE, DELETE ON "edition_text", "edition_frozen", "edition_return" FROM sepakat_app;
REVOKE DELETE ON "edition" FROM sepakat_app;
