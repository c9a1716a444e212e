export * from './demo.ts'
export * from './fileDemoReports.ts'
export * from './seedReference.ts'
