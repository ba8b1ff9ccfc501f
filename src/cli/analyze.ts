import { analyzeFiles } from './analyze-files';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as head may have had enough.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await analyzeFiles(process.argv.slice(2));
