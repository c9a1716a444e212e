-- The second factor of a person (decision 0063). Secrets are encrypted under the installation's secret, recovery codes kept as digests.
CREATE TABLE "second_factor" (
    "person_id" UUID NOT NULL,
    "secret" TEXT,
    "pending" TEXT,
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "set_up_at" TIMESTAMPTZ(6),

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("person_id"),
    CONSTRAINT "second_factor_set_up" CHECK (("secret" IS NULL) = ("set_up_at" IS NULL))
);
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "recovery_code" (
    "person_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "resets_until" TIMESTAMPTZ(6),
    "used_at" TIMESTAMPTZ(6),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("person_id","hash")
);
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A locked session opens nothing; whoever it belongs to goes on there by the password alone.
ALTER TABLE "session" ADD COLUMN "locked_at" TIMESTAMPTZ(6);
