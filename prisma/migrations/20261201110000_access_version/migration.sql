-- A number for each person that grows with each change of what access follows from: a process that remembers who a session or key means asks
-- for this with each request, and reads again where it is another (decision 0085). Kept by triggers, so that whatever writes is seen;
-- they are deferred, so that no transaction waits for another with this row in hand.
CREATE TABLE "access_version" (
    "person_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "access_version_pkey" PRIMARY KEY ("person_id")
);
REVOKE INSERT, UPDATE, DELETE ON "access_version" FROM sepakat_app;

-- The argument is the column that says whose the row is; without one it concerns everybody, whose row has the id 0.
CREATE FUNCTION "access_changed"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO access_version (person_id, version)
  SELECT DISTINCT COALESCE((r ->> TG_ARGV[0])::uuid, '00000000-0000-0000-0000-000000000000'), pg_current_xact_id()::text::bigint
  FROM (VALUES (CASE WHEN TG_OP IN ('UPDATE', 'DELETE') THEN to_jsonb(OLD) END), (CASE WHEN TG_OP IN ('INSERT', 'UPDATE') THEN to_jsonb(NEW) END),
    (CASE WHEN TG_OP = 'TRUNCATE' THEN '{}'::jsonb END)) v(r)
  WHERE r IS NOT NULL ORDER BY 1
  -- of a database that was restored elsewhere the ids of transactions may come again
  ON CONFLICT (person_id) DO UPDATE SET version = GREATEST(access_version.version + 1, excluded.version);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION "access_changed"() FROM PUBLIC;

-- A new session or key is in nobody's memory; one that was used again lives longer, and is in a memory as it was.
CREATE CONSTRAINT TRIGGER "session_access_end" AFTER DELETE ON "session" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "access_changed"('person_id');
CREATE CONSTRAINT TRIGGER "session_access" AFTER UPDATE ON "session" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (ROW(OLD."id", OLD."token", OLD."person_id", OLD."post_id", OLD."locked_at", OLD."expires_at")
      IS DISTINCT FROM ROW(NEW."id", NEW."token", NEW."person_id", NEW."post_id", NEW."locked_at", NEW."expires_at")
    OR NEW."last_seen_at" < OLD."last_seen_at")
  EXECUTE FUNCTION "access_changed"('person_id');
CREATE CONSTRAINT TRIGGER "api_key_access_end" AFTER DELETE ON "api_key" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "access_changed"('owner_id');
CREATE CONSTRAINT TRIGGER "api_key_access" AFTER UPDATE ON "api_key" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (ROW(OLD."id", OLD."name", OLD."hash", OLD."owner_id", OLD."scopes", OLD."report_types", OLD."office_ids", OLD."region",
      OLD."expires_at", OLD."revoked_at")
      IS DISTINCT FROM ROW(NEW."id", NEW."name", NEW."hash", NEW."owner_id", NEW."scopes", NEW."report_types", NEW."office_ids", NEW."region",
      NEW."expires_at", NEW."revoked_at")
    OR (OLD."last_used_at" IS NULL OR NEW."last_used_at" >= OLD."last_used_at") IS NOT TRUE)
  EXECUTE FUNCTION "access_changed"('owner_id');
CREATE CONSTRAINT TRIGGER "person_access" AFTER UPDATE ON "person" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (ROW(OLD."id", OLD."name", OLD."demo", OLD."must_change_password", OLD."disabled_at")
      IS DISTINCT FROM ROW(NEW."id", NEW."name", NEW."demo", NEW."must_change_password", NEW."disabled_at"))
  EXECUTE FUNCTION "access_changed"('id');
CREATE CONSTRAINT TRIGGER "post_access" AFTER INSERT OR UPDATE OR DELETE ON "post" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "access_changed"('person_id');
CREATE CONSTRAINT TRIGGER "second_factor_access_new" AFTER INSERT OR DELETE ON "second_factor" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "access_changed"('person_id');
CREATE CONSTRAINT TRIGGER "second_factor_access" AFTER UPDATE ON "second_factor" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (ROW(OLD."person_id", OLD."secret") IS DISTINCT FROM ROW(NEW."person_id", NEW."secret"))
  EXECUTE FUNCTION "access_changed"('person_id');
-- Where an office belongs says how far the key of an owner reaches.
CREATE CONSTRAINT TRIGGER "office_access_end" AFTER DELETE ON "office" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "access_changed"();
CREATE CONSTRAINT TRIGGER "office_access" AFTER UPDATE ON "office" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."path" IS DISTINCT FROM NEW."path")
  EXECUTE FUNCTION "access_changed"();
-- Emptied as a whole, which no account of the application may: everybody.
CREATE TRIGGER "session_access_empty" AFTER TRUNCATE ON "session" EXECUTE FUNCTION "access_changed"('person_id');
CREATE TRIGGER "api_key_access_empty" AFTER TRUNCATE ON "api_key" EXECUTE FUNCTION "access_changed"('owner_id');
CREATE TRIGGER "post_access_empty" AFTER TRUNCATE ON "post" EXECUTE FUNCTION "access_changed"('person_id');
CREATE TRIGGER "second_factor_access_empty" AFTER TRUNCATE ON "second_factor" EXECUTE FUNCTION "access_changed"('person_id');
