/**
 * Loaded before the program (`node --import`): it then lives at another time, so that a journey can walk the
 * deadlines of 2021 on their own days. CLOCK_SHIFT_MS is how far its clock stands from the machine's.
 */
const shift = Number(process.env.CLOCK_SHIFT_MS ?? 0);
const MachineDate = globalThis.Date;

class ShiftedDate extends MachineDate {
  constructor(...given) {
    super(...(given.length === 0 ? [MachineDate.now() + shift] : given));
  }

  static now() {
    return MachineDate.now() + shift;
  }

  static [Symbol.hasInstance](value) {
    return Object.prototype.toString.call(value) === "[object Date]";
  }
}

globalThis.Date = ShiftedDate;
