/** What begins every frame. Neither byte occurs in text, so that nothing printed is taken for one. */
export const FRAME_MARK = 0xb5;
/** The second byte says how many numbers a sample has: acceleration and angular rate, or acceleration alone. */
export const SIX_AXES = 0xa6;
export const THREE_AXES = 0xa3;
export const SAMPLES_PER_FRAME = 4;
/** Mark, kind, counter, checksum and time. */
export const FRAME_HEADER = 8;

/** The rates that the scripts set, Hz. */
export const PUCK_RATE_HZ = 104;
export const BANGLE_RATE_HZ = 50;

/** Begins what the board prints for us, so that it is not mistaken for another program's text. */
const OPENING = '<sledtrace';

/** Ctrl-C empties a line that was begun; \x10 keeps the board from repeating what is sent to it. */
export const RESET = '\x03\x10reset();\n';
export const ASK_BOARD = `\x10Bluetooth.println("${OPENING} "+process.env.BOARD+" "+process.env.HWVERSION+">");\n`;
export const BOARD_ANSWER = /<sledtrace (\w+) ([^>]*)>/;
/** The script has run to its end; with the charge in %, 0 where the board cannot tell. */
export const READY_ANSWER = /<sledtrace ready (\w*)>/;
export const END = '\x10sledEnd();\n';

/** What both scripts share: a frame of four samples is filled and sent raw, once it is full. */
const FRAMES = `
var sledBytes,sledTime,sledValues,sledCount=0,sledStart=getTime();
function sledFrames(kind,width){sledBytes=new Uint8Array(${FRAME_HEADER}+${2 * SAMPLES_PER_FRAME}*width);sledBytes[0]=${FRAME_MARK};sledBytes[1]=kind;sledTime=new Uint32Array(sledBytes.buffer,4,1);sledValues=new Int16Array(sledBytes.buffer,${FRAME_HEADER});}
function sledAdd(v){sledValues.set(v,sledCount);sledCount+=v.length;if(sledCount<sledValues.length)return;sledCount=0;sledTime[0]=(getTime()-sledStart)*1000;sledBytes[2]=sledBytes[2]+1;sledBytes[3]=0;sledBytes[3]=-E.sum(sledBytes);Bluetooth.write(sledBytes);}
`;

/** A board that is left alone stops measuring, whatever became of the page. */
const BEGUN = `NRF.on("disconnect",sledEnd);Bluetooth.println("${OPENING} ready "+E.getBattery()+">");`;

/**
 * Puck.js 2: the LSM6DS3TR-C at 104 Hz. accelOn sets ± 4 g and ± 250 °/s; 0x4F in CTRL1_XL (0x10) is what it
 * writes there but for the range, ± 8 g.
 */
export const PUCK_SCRIPT = script(`${FRAMES}
function sledEnd(){Puck.accelOff();reset();}
sledFrames(${SIX_AXES},6);Puck.on("accel",function(a){sledAdd([a.acc.x,a.acc.y,a.acc.z,a.gyro.x,a.gyro.y,a.gyro.z]);});
Puck.accelOn(${PUCK_RATE_HZ});Puck.accelWr(0x10,0x4F);${BEGUN}
`);

/**
 * Bangle.js 1 and 2: the KX023. As the firmware sets it, it measures 12.5 times a second through a filter of
 * 1.4 Hz, however often it is polled: useless for a sled. CNTL1 (0x18) stops it, sets ± 8 g at full resolution
 * and starts it again; ODCNTL (0x1B) sets 200 Hz and a filter of a ninth of that, 22 Hz, as polling 50 times a
 * second needs. The firmware divides counts by 8192 whatever the range, so multiplying gives back the counts. At the
 * end all is set back, for a reset does not, and the watch shows its clock again.
 */
export const BANGLE_SCRIPT = script(`${FRAMES}
function sledEnd(){Bangle.setPollInterval(80);Bangle.accelWr(0x18,0x2C);Bangle.accelWr(0x1B,0);Bangle.accelWr(0x18,0xAC);Bangle.setOptions({powerSave:true});load();}
sledFrames(${THREE_AXES},3);Bangle.on("accel",function(a){sledAdd([a.x*8192,a.y*8192,a.z*8192]);});
Bangle.accelWr(0x18,0x74);Bangle.accelWr(0x1B,0x04);Bangle.accelWr(0x18,0xF4);Bangle.setPollInterval(${1000 / BANGLE_RATE_HZ});${BEGUN}
`);

/** Lines for the console, none of which it is to repeat. */
function script(source: string): string {
  const lines = source.split('\n').filter((line) => line !== '');
  return lines.map((line) => `\x10${line}\n`).join('');
}
