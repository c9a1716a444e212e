-- The region's list of national codes by year: what programmes, activities and sub-activities are called and counted in.
CREATE TABLE "listed_code" (
    "year" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "indicator" TEXT NOT NULL DEFAULT '',
    "unit" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "listed_code_pkey" PRIMARY KEY ("year", "code")
);
