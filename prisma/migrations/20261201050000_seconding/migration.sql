-- Acts on rights that take a second person: what exactly, who asked, who decided (decision 0060).
CREATE TABLE "seconding" (
    "id" UUID NOT NULL,
    "act" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(6),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "seconding_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "seconding" ADD CONSTRAINT "seconding_status" CHECK ("status" IN ('waiting','approved','declined','withdrawn','alone'));
ALTER TABLE "seconding" ADD CONSTRAINT "seconding_digest" CHECK ("digest" ~ '^[0-9a-f]{64}$');
ALTER TABLE "seconding" ADD CONSTRAINT "seconding_decided" CHECK (("status" = 'waiting') = ("decided_at" IS NULL));
-- Whoever asked decides nothing: at most it is withdrawn, or stood alone where there was nobody else.
ALTER TABLE "seconding" ADD CONSTRAINT "seconding_two" CHECK ("status" NOT IN ('approved','declined') OR "decided_by" <> "asked_by");

-- What waits is few among all that was ever asked.
CREATE INDEX "seconding_waiting" ON "seconding"("asked_at") WHERE "status" = 'waiting';
-- What history says of a person's account.
CREATE INDEX "event_of_person" ON "event"(("data" ->> 'person'), "seq") WHERE "stream" = 'rights';

-- What was asked is never another, and what was decided stays.
CREATE FUNCTION "keep_seconding"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" <> 'waiting' OR (OLD."id", OLD."act", OLD."digest", OLD."asked_by", OLD."asked_at")
     IS DISTINCT FROM (NEW."id", NEW."act", NEW."digest", NEW."asked_by", NEW."asked_at") THEN
    RAISE EXCEPTION 'a seconding is decided once, as it was asked' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "seconding_kept" BEFORE UPDATE ON "seconding" FOR EACH ROW EXECUTE FUNCTION "keep_seconding"();
CREATE TRIGGER "seconding_no_delete" BEFORE DELETE ON "seconding" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "seconding_no_truncate" BEFORE TRUNCATE ON "seconding" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewrite"();
REVOKE DELETE ON "seconding" FROM sepakat_app;

-- A key that is handed over: what it did before stays the work of who answered for it then.
ALTER TABLE "api_key" ADD COLUMN "former_owner_ids" UUID[] NOT NULL DEFAULT '{}';
