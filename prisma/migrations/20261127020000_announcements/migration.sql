-- What coordinators tell everybody who reports, from a day to a day.
CREATE TABLE "announcement" (
  "id" UUID NOT NULL,
  "text" TEXT NOT NULL,
  "from" DATE NOT NULL,
  "to" DATE NOT NULL,
  "report_types" TEXT[],
  "by" TEXT NOT NULL,
  "at" TIMESTAMPTZ(6) NOT NULL,

  CONSTRAINT "announcement_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "announcement_dates" CHECK ("to" >= "from")
);
CREATE INDEX "announcement_to_idx" ON "announcement" ("to");
