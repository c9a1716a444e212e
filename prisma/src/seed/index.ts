export * from './demo.ts'
export * from './file-demo-reports.ts'
export * from './seed-reference.ts'
