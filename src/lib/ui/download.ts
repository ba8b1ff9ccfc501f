/** Lets the browser save a text as a CSV file of this name. */
export function downloadCsv(title: string, csv: string): void {
  downloadFile(`${title}.csv`, new Blob([csv], { type: 'text/csv' }));
}

/** Lets the browser save a file under this name. */
export function downloadFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
