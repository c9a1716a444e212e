-- What who reads a file should know, such as that its numbers come from other workbooks (decision 0056). Files from before have none.
ALTER TABLE "attachment" ADD COLUMN     "warnings" TEXT[] DEFAULT ARRAY[]::TEXT[];
