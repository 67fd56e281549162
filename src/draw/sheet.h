#pragma once
/// A reusable draw list: one picture's vertices and commands, without an ImGui frame.
#include <memory>

struct ImDrawList;
struct ImGuiContext;

namespace hall {

/// Owns an ImGui context of its own (which holds the list's shared tables). Thread: render thread.
class Sheet {
public:
    Sheet();
    ~Sheet();
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    /// Empties the list and clips it to the rectangle (0, 0, width, height), pixels.
    ImDrawList& begin(int width, int height);
    const ImDrawList& list() const { return *list_; }

private:
    ImGuiContext* context_;
    std::unique_ptr<ImDrawList> list_;
};

}  // namespace hall
