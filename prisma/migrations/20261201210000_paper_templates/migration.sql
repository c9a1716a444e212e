-- The region's own templates of official papers, each version kept; without a template the shipped one counts again.
CREATE TABLE "paper_template" (
  "paper" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "template" JSONB,
  "by" TEXT NOT NULL,
  "at" TIMESTAMPTZ(6) NOT NULL,

  CONSTRAINT "paper_template_pkey" PRIMARY KEY ("paper", "version"),
  CONSTRAINT "paper_template_version" CHECK ("version" > 0)
);

-- The emblem in letterheads: the newest version counts, one without an image is none.
CREATE TABLE "emblem" (
  "version" INTEGER NOT NULL,
  "media" TEXT,
  "bytes" BYTEA,
  "by" TEXT NOT NULL,
  "at" TIMESTAMPTZ(6) NOT NULL,

  CONSTRAINT "emblem_pkey" PRIMARY KEY ("version"),
  CONSTRAINT "emblem_version" CHECK ("version" > 0),
  CONSTRAINT "emblem_image" CHECK (("media" IS NULL) = ("bytes" IS NULL)),
  CONSTRAINT "emblem_media" CHECK ("media" IN ('image/svg+xml', 'image/png'))
);

-- Versions are kept as they were.
REVOKE UPDATE, DELETE ON "paper_template", "emblem" FROM sepakat_app;
