-- A catalogue that came with a release, and what the region did with it.
CREATE TABLE "shipped_catalogue" (
    "form" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "arrived_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "version" INTEGER,
    "decided_at" TIMESTAMPTZ(6),
    "decided_by" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "shipped_catalogue_pkey" PRIMARY KEY ("form", "n")
);

ALTER TABLE "shipped_catalogue" ADD CONSTRAINT "shipped_catalogue_status" CHECK ("status" IN ('proposed','published','declined','superseded'));
ALTER TABLE "shipped_catalogue" ADD CONSTRAINT "shipped_catalogue_version" CHECK (("status" = 'published') = ("version" IS NOT NULL));
ALTER TABLE "shipped_catalogue" ADD CONSTRAINT "shipped_catalogue_decided" CHECK (("decided_at" IS NULL) = ("decided_by" IS NULL) AND ("status" NOT IN ('published','declined') OR "decided_at" IS NOT NULL));

-- One waits for a form at a time.
CREATE UNIQUE INDEX "shipped_catalogue_waiting" ON "shipped_catalogue"("form") WHERE "status" = 'proposed';

-- What a running installation was seeded with is what its next release is compared with.
INSERT INTO "shipped_catalogue" ("form", "n", "body", "sha256", "arrived_at", "status", "version", "decided_at", "decided_by")
SELECT "form", 1, "body", "sha256", "published_at", 'published', 1, "published_at", 'system'
FROM "form_version" WHERE "version" = 1 AND "published_by" = 'system';

-- What came stays as it came; only what was done with it is written.
REVOKE UPDATE, DELETE ON "shipped_catalogue" FROM sepakat_app;
GRANT UPDATE ("status", "version", "decided_at", "decided_by", "reason") ON "shipped_catalogue" TO sepakat_app;
