#pragma once
/// X errors are told, not died of.

namespace hall {

/// From here on an X error (a request about a window that has just gone, say) is logged; Xlib's own handler ends the
/// program. Holds for the whole program. The loss of the server is not an
/// error in this sense: nothing can be shown any more, and the program ends with `code`, for whoever starts it again.
void survive_x_errors(int code);

}  // namespace hall
