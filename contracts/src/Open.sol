// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";

/// @title OPEN
/// @notice The network's token: a fixed supply of 10^9 (18 decimals), permit, votes on a timestamp clock. No owner, no mint, no hooks.
contract Open is ERC20, ERC20Permit, ERC20Votes {
    uint256 public constant SUPPLY = 1e27;

    /// @param holder Receives the whole supply; the deployer need never hold any.
    constructor(address holder) ERC20("Open", "OPEN") ERC20Permit("Open") {
        _mint(holder, SUPPLY);
    }

    /// @notice Votes are timed by seconds (ERC-6372), since block times differ between chains.
    function clock() public view override returns (uint48) {
        return uint48(block.timestamp);
    }

    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        super._update(from, to, value);
    }
}
