import { ALL_WELL, type Sensor, type SensorListener, type SensorStatus } from '$lib/devices/sensor';
import { SampleAge } from './sample-age';

/** The sensor a session hears, and how it is doing. It is deaf to any that it has let go. */
export class HeardSensor {
  current = $state.raw<Sensor | null>(null);
  /** What it is called and set to, as it is known by now: a device tells once it is connected. */
  name = $state('');
  rate_Hz = $state<number | null>(null);
  status = $state.raw<SensorStatus>(ALL_WELL);
  readonly age = new SampleAge();

  /** From now on it is this one. */
  take(sensor: Sensor): void {
    this.forget();
    this.current = sensor;
    this.learn();
  }

  /** Starts it. Rejects as it does. */
  async start(sensor: Sensor, hear: Pick<SensorListener, 'samples' | 'ended'>): Promise<void> {
    const ifOurs =
      <Heard extends unknown[]>(listen: (...heard: Heard) => void) =>
      (...heard: Heard) => {
        if (this.current === sensor) listen(...heard);
      };
    await sensor.start({
      samples: ifOurs((batch) => {
        if (batch.length === 0) return;
        this.age.sampleCame();
        hear.samples(batch);
      }),
      status: ifOurs((status) => {
        this.status = status;
        this.learn();
      }),
      ended: ifOurs((cause) => hear.ended(cause)),
    });
  }

  /** What it is called and set to may have become known. */
  learn(): void {
    this.name = this.current?.name ?? '';
    this.rate_Hz = this.current?.rate_Hz ?? null;
  }

  /** Lets go of it at once. */
  forget(): void {
    this.current = null;
    this.status = ALL_WELL;
    this.age.forget();
    this.learn();
  }
}
