#include "draw/sheet.h"

#include <imgui.h>

namespace hall {

Sheet::Sheet() {
    ImGuiContext* const before = ImGui::GetCurrentContext();
    context_ = ImGui::CreateContext();
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().IniFilename = nullptr;
    list_ = std::make_unique<ImDrawList>(ImGui::GetDrawListSharedData());
    ImGui::SetCurrentContext(before);
}

Sheet::~Sheet() {
    list_.reset();  // before the tables it points to
    ImGuiContext* const before = ImGui::GetCurrentContext();
    ImGui::DestroyContext(context_);
    ImGui::SetCurrentContext(before == context_ ? nullptr : before);
}

ImDrawList& Sheet::begin(int width, int height) {
    list_->_ResetForNewFrame();
    // Indices are 16 bits wide; a page of long lists has more vertices than they reach.
    list_->Flags = ImDrawListFlags_AllowVtxOffset;
    list_->PushTextureID(nullptr);
    list_->PushClipRect(ImVec2(0, 0), ImVec2(static_cast<float>(width), static_cast<float>(height)));
    return *list_;
}

}  // namespace hall
