/// The floor: the least program on the same libraries that fetches the same feed and draws its agenda, or as many
/// members as the screen holds, as plain text.
#include <SDL.h>
#include <curl/curl.h>
#include <imgui.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <string>

#include "platform/draw_list.h"

namespace {

std::size_t append(char* bytes, std::size_t size, std::size_t count, void* to) {
    static_cast<std::string*>(to)->append(bytes, size * count);
    return size * count;
}

SDL_Texture* font_texture(SDL_Renderer* renderer) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    atlas.GetTexDataAsRGBA32(&pixels, &width, &height);
    SDL_Texture* texture = SDL_CreateTexture(renderer, SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STATIC, width, height);
    SDL_UpdateTexture(texture, nullptr, pixels, width * 4);
    SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    atlas.SetTexID(texture);
    return texture;
}

}  // namespace

/// floor URL RENDERER FONT
int main(int argc, char** argv) {
    if (argc != 4) return 64;
    constexpr int width = 1920, height = 1080, poll_ms = 1000;
    const bool software = std::string(argv[2]) == "software";
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, argv[2]);
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return 69;
    SDL_Window* window = SDL_CreateWindow("floor", 0, 0, width, height, SDL_WINDOW_BORDERLESS);
    SDL_Renderer* renderer = SDL_CreateRenderer(window, -1, 0);
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {width, height};
    constexpr float text_size = 36;
    static const ImWchar letters[] = {0x20, 0x24F, 0x300, 0x323, 0x1EA0, 0x1EF9, 0x2010, 0x2027, 0};
    io.Fonts->AddFontFromFileTTF(argv[3], text_size, nullptr, letters);
    SDL_Texture* texture = font_texture(renderer);

    CURL* curl = curl_easy_init();
    std::string shown;
    for (bool running = true; running;) {
        std::string body;
        curl_easy_setopt(curl, CURLOPT_URL, argv[1]);
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
        if (curl_easy_perform(curl) == CURLE_OK && body != shown) {
            shown = body;
            const auto feed = nlohmann::json::parse(body, nullptr, false);
            io.DeltaTime = 1.0F / 60;
            ImGui::NewFrame();
            ImDrawList& list = *ImGui::GetBackgroundDrawList();
            float y = text_size;
            list.AddText({text_size, y}, ~0U, feed.at("conference").value("title", "").c_str());
            const auto line = [&](const std::string& text) {
                y += text_size * 2;
                list.AddText({text_size, y}, ~0U, text.c_str());
            };
            if (feed.contains("agenda"))
                for (const auto& item : feed["agenda"]) line(item.value("start", "") + "  " + item.value("title", ""));
            if (feed.contains("members"))
                for (const auto& member : feed["members"]) {
                    if (y > height) break;
                    line(member.value("name", ""));
                }
            ImGui::Render();
            SDL_SetRenderDrawColor(renderer, 60, 0, 0, 255);
            SDL_RenderClear(renderer);
            const ImDrawData& data = *ImGui::GetDrawData();
            for (int i = 0; i < data.CmdListsCount; ++i)
                hall::draw_list(renderer, *data.CmdLists[i],
                                software ? hall::DrawPath::quads : hall::DrawPath::geometry);
            SDL_RenderPresent(renderer);
        }
        SDL_Event event;
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(poll_ms);
        while (running && std::chrono::steady_clock::now() < end)
            if (SDL_WaitEventTimeout(&event, poll_ms) != 0) running = event.type != SDL_QUIT;
    }
    SDL_DestroyTexture(texture);
    curl_easy_cleanup(curl);
    SDL_Quit();
}
