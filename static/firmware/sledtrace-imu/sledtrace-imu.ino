/*
  Sledtrace IMU: makes a board with a motion sensor a sensor for Sledtrace.

  1. Choose your board below: exactly one of the five lines stands without //.
  2. Install the libraries it needs (Tools, Manage Libraries) and upload.
  3. In Sledtrace choose "phyphox Sledtrace".

  Board                      Board package           Libraries                           Wiring
  Nano 33 BLE, Sense Rev1    Arduino Mbed OS Nano    phyphox BLE                         none
  Nano 33 BLE Sense Rev2     Arduino Mbed OS Nano    phyphox BLE, Arduino_BMI270_BMM150  none
  XIAO nRF52840 Sense        Seeed nRF52 mbed        phyphox BLE                         none
  ESP32 with an MPU-6050     esp32 by Espressif      phyphox BLE    3V3 to VCC, GND to GND, 21 to SDA, 22 to SCL,
                                                                    AD0 to GND (or open)
  ESP32 with an LSM6DS3,     esp32 by Espressif      phyphox BLE    the same; SA0 to GND for address 0x6A,
    LSM6DSO or LSM6DSOX                                             to 3V3 for 0x6B (see LSM6_ADDRESS)

  The XIAO needs Seeed's *mbed* package: the phyphox library knows no other for it. On other ESP32 than the first
  the default pins differ: they are named SDA and SCL in the board's pin map.

  What it measures: within +-8 g and +-2000 degrees a second, at the sensor's own rate: 119 Hz (LSM9DS1), 104 Hz
  (LSM6), 100 Hz (BMI270, MPU-6050). Each measurement is sent once and at once, with the time at which it was found.

  What it sends, to characteristic cddf1002-30f7-4671-8b43-5e40ba53514a, 18 bytes, little-endian:

    byte  0      0x53, the mark of this layout
          1      counter of measurements, 0 to 255
          2..5   time, uint32, microseconds; begins anew after 71.6 minutes
          6..11  acceleration x, y, z with gravity, int16, 4096 a g
          12..17 angular rate x, y, z, int16, 16 a degree per second

  The library's own numbers come in multiples of 4 bytes, so 18 bytes cannot be mistaken for them.

  If the board's LED blinks quickly, its motion sensor does not answer: check the wiring and the choice below.

  Licence: MIT, as all of Sledtrace. The phyphox library, which you install yourself, is under the LGPL-3.0 or later.
*/

#define NANO_33_BLE
// #define NANO_33_BLE_SENSE_REV2
// #define XIAO_NRF52840_SENSE
// #define ESP32_MPU6050
// #define ESP32_LSM6

#include <Wire.h>
#include <phyphoxBle.h>

#ifndef LED_BUILTIN
#define LED_BUILTIN 2
#endif

// What the program must know of a motion sensor: its registers, and how its counts become the packet's.
struct Chip {
  uint8_t address;
  uint8_t statusRegister;
  uint8_t readyMask;
  uint8_t accelRegister;
  uint8_t gyroRegister;
  bool highByteFirst;
  float accelFactor;
  float gyroFactor;
};

// A register and what is written to it.
struct Setting {
  uint8_t reg;
  uint8_t value;
};

const float COUNTS_PER_G = 4096;
const float COUNTS_PER_DPS = 16;

// ---- The boards ----

#if defined(NANO_33_BLE)
// LSM9DS1. +-8 g: 0.244 mg a count; +-2000 degrees/s: 0.070 a count.
TwoWire &bus = Wire1;
const Chip CHIP = {0x6B, 0x17, 0x01, 0x28, 0x18, false, 0.000244f * COUNTS_PER_G, 0.070f * COUNTS_PER_DPS};
const Setting SETTINGS[] = {
  {0x22, 0x44},  // CTRL_REG8: both bytes of a number from one measurement, registers count on
  {0x10, 0x78},  // CTRL_REG1_G: 119 Hz, 2000 degrees/s
  {0x20, 0x78},  // CTRL_REG6_XL: 119 Hz, 8 g
};
bool wake() {
  bus.begin();
  return true;
}

#elif defined(NANO_33_BLE_SENSE_REV2)
// BMI270. +-8 g: 4096 counts a g; +-2000 degrees/s: 16.4 counts a degree/s. It needs 8 kB of Bosch's before it
// measures: the library loads them.
#include <Arduino_BMI270_BMM150.h>
TwoWire &bus = Wire1;
const Chip CHIP = {0x68, 0x03, 0x80, 0x0C, 0x12, false, 1, COUNTS_PER_DPS / 16.4f};
const Setting SETTINGS[] = {
  {0x40, 0xA8},  // ACC_CONF: 100 Hz, normal filter
  {0x41, 0x02},  // ACC_RANGE: 8 g
  {0x42, 0xA8},  // GYR_CONF: 100 Hz, normal filter
  {0x43, 0x00},  // GYR_RANGE: 2000 degrees/s
};
bool wake() {
  return IMU.begin(BOSCH_ACCELEROMETER_ONLY);
}

#elif defined(XIAO_NRF52840_SENSE) || defined(ESP32_LSM6)
// LSM6DS3TR-C and its family. +-8 g: 0.244 mg a count; +-2000 degrees/s: 0.070 a count.
#ifndef LSM6_ADDRESS
#define LSM6_ADDRESS 0x6A
#endif
const Chip CHIP = {LSM6_ADDRESS, 0x1E, 0x01, 0x28, 0x22, false, 0.000244f * COUNTS_PER_G, 0.070f * COUNTS_PER_DPS};
const Setting SETTINGS[] = {
  {0x12, 0x44},  // CTRL3_C: both bytes of a number from one measurement, registers count on
  {0x10, 0x4C},  // CTRL1_XL: 104 Hz, 8 g
  {0x11, 0x4C},  // CTRL2_G: 104 Hz, 2000 degrees/s
};
#if defined(XIAO_NRF52840_SENSE)
#include <pins_arduino.h>
TwoWire &bus = Wire1;
bool wake() {
  // The sensor gets its current from a pin.
  pinMode(PIN_LSM6DS3TR_C_POWER, OUTPUT);
  digitalWrite(PIN_LSM6DS3TR_C_POWER, HIGH);
  delay(50);
  bus.begin();
  return true;
}
#else
TwoWire &bus = Wire;
bool wake() {
  bus.begin();
  return true;
}
#endif

#elif defined(ESP32_MPU6050)
// +-8 g: 4096 counts a g; +-2000 degrees/s: 16.4 counts a degree/s.
TwoWire &bus = Wire;
const Chip CHIP = {0x68, 0x3A, 0x01, 0x3B, 0x43, true, 1, COUNTS_PER_DPS / 16.4f};
const Setting SETTINGS[] = {
  {0x6B, 0x01},  // PWR_MGMT_1: awake, clocked by the gyroscope
  {0x1A, 0x03},  // CONFIG: filter of 44 Hz, from 1 kHz
  {0x19, 0x09},  // SMPLRT_DIV: a tenth of it, 100 Hz
  {0x1B, 0x18},  // GYRO_CONFIG: 2000 degrees/s
  {0x1C, 0x10},  // ACCEL_CONFIG: 8 g
  {0x38, 0x01},  // INT_ENABLE: tells when a measurement is ready
};
bool wake() {
  bus.begin();
  return true;
}

#else
#error "Choose a board at the top of this file."
#endif

// ---- What is the same on all ----

bool writeRegister(uint8_t reg, uint8_t value) {
  bus.beginTransmission(CHIP.address);
  bus.write(reg);
  bus.write(value);
  return bus.endTransmission() == 0;
}

bool readRegisters(uint8_t reg, uint8_t *bytes, uint8_t count) {
  bus.beginTransmission(CHIP.address);
  bus.write(reg);
  if (bus.endTransmission(false) != 0) return false;
  if (bus.requestFrom(CHIP.address, count) != count) return false;
  for (uint8_t i = 0; i < count; i++) bytes[i] = bus.read();
  return true;
}

void putUint(uint8_t *at, uint32_t value, uint8_t bytes) {
  for (uint8_t i = 0; i < bytes; i++) at[i] = (value >> (8 * i)) & 0xFF;
}

// Three counts of the chip's as three of the packet's; what does not fit is the largest that does.
void putVector(uint8_t *at, const uint8_t *raw, float factor) {
  for (uint8_t axis = 0; axis < 3; axis++) {
    const uint8_t *pair = raw + 2 * axis;
    const uint16_t bits = CHIP.highByteFirst ? (pair[0] << 8) | pair[1] : (pair[1] << 8) | pair[0];
    const float scaled = roundf(static_cast<int16_t>(bits) * factor);
    const int16_t count = scaled > 32767 ? 32767 : scaled < -32768 ? -32768 : static_cast<int16_t>(scaled);
    putUint(at + 2 * axis, static_cast<uint16_t>(count), 2);
  }
}

void blinkForEver() {
  pinMode(LED_BUILTIN, OUTPUT);
  for (bool on = true;; on = !on) {
    digitalWrite(LED_BUILTIN, on ? HIGH : LOW);
    delay(100);
  }
}

void setup() {
  if (!wake()) blinkForEver();
  bus.setClock(400000);
  for (const Setting &setting : SETTINGS) {
    if (!writeRegister(setting.reg, setting.value)) blinkForEver();
    // Some parts need a moment between two settings.
    delay(2);
  }
  PhyphoxBLE::start("phyphox Sledtrace");
}

void loop() {
  static uint8_t counter = 0;
  uint8_t status = 0;
  if (!readRegisters(CHIP.statusRegister, &status, 1) || !(status & CHIP.readyMask)) {
    // Leaves the processor to the radio for a moment; a measurement waits 8 ms or longer.
    delayMicroseconds(200);
    return;
  }
  const uint32_t found_us = micros();
  uint8_t accel[6];
  uint8_t gyro[6];
  if (!readRegisters(CHIP.accelRegister, accel, 6) || !readRegisters(CHIP.gyroRegister, gyro, 6)) return;

  uint8_t packet[18];
  packet[0] = 0x53;
  packet[1] = counter++;
  putUint(packet + 2, found_us, 4);
  putVector(packet + 6, accel, CHIP.accelFactor);
  putVector(packet + 12, gyro, CHIP.gyroFactor);
  PhyphoxBLE::write(packet, sizeof(packet));
}
