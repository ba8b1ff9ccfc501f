/** Standard gravity, m/s² (CGPM 1901): what a data sheet's 1 g is. */
export const GRAVITY_MPS2 = 9.80665;
