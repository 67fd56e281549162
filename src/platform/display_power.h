#pragma once
/// The power of the displays, by DPMS.

namespace hall {

enum class Power { on, off };

/// On X11; elsewhere, and where the server has no DPMS, nothing: a black picture has to do. Asserted however often it
/// is called, as somebody else may have changed it. Thread: render thread.
void set_display_power(Power power);
/// Lights the displays where DPMS has put them out, and leaves its settings as they are. Thread: render thread.
void wake_display();

}  // namespace hall
