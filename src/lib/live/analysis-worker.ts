import { serveAnalysis } from './serve-analysis';

serveAnalysis(self);
