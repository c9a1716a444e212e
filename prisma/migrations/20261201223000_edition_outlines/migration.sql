-- The region's own outlines of its reports, each version kept; without an outline the shipped one counts again.
CREATE TABLE "edition_outline" (
  "type" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "outline" JSONB,
  "by" TEXT NOT NULL,
  "at" TIMESTAMPTZ(6) NOT NULL,

  CONSTRAINT "edition_outline_pkey" PRIMARY KEY ("type", "version"),
  CONSTRAINT "edition_outline_version" CHECK ("version" > 0)
);

-- Versions are kept as they were.
REVOKE UPDATE, DELETE ON "edition_outline" FROM sepakat_app;
