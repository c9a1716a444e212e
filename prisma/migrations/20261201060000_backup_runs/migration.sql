-- When the installation was last kept, when a copy was last proved to restore, and from what it was restored.
CREATE TABLE "backup_run" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "file" TEXT NOT NULL,
    "well" BOOLEAN NOT NULL,

    CONSTRAINT "backup_run_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "backup_run_kind_at_idx" ON "backup_run"("kind", "at");

ALTER TABLE "backup_run" ADD CONSTRAINT "backup_run_kind" CHECK ("kind" IN ('backup','drill','restore'));

-- Written by the owner's commands alone.
REVOKE INSERT, UPDATE, DELETE ON "backup_run" FROM sepakat_app;
