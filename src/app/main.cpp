#include "conference/conference.h"

int main() { return 0; }
